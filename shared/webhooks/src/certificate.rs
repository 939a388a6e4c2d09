//! Signatures by public keys: RSA over SHA-256, by a bare key or by a certificate of the public web.

use rustls_pki_types::pem::PemObject;
use rustls_pki_types::{CertificateDer, ServerName, SubjectPublicKeyInfoDer, TrustAnchor, UnixTime};
use webpki::ring::{
    ECDSA_P256_SHA256, ECDSA_P256_SHA384, ECDSA_P384_SHA256, ECDSA_P384_SHA384, RSA_PKCS1_2048_8192_SHA256,
    RSA_PKCS1_2048_8192_SHA384, RSA_PKCS1_2048_8192_SHA512,
};
use webpki::{EndEntityCert, KeyUsage, RawPublicKeyEntity, anchor_from_trusted_cert};

use crate::delivery::{Delivery, Rejection, Verified};

/// What authorities sign certificates with.
static ALGORITHMS: &[&dyn rustls_pki_types::SignatureVerificationAlgorithm] = &[
    ECDSA_P256_SHA256,
    ECDSA_P256_SHA384,
    ECDSA_P384_SHA256,
    ECDSA_P384_SHA384,
    RSA_PKCS1_2048_8192_SHA256,
    RSA_PKCS1_2048_8192_SHA384,
    RSA_PKCS1_2048_8192_SHA512,
];

/// Proves a delivery by RSA (PKCS #1 v1.5) over the SHA-256 of a message, with a public key in PEM.
pub fn rsa_sha256(delivery: Delivery<'_>, key: &str, message: &[u8], claimed: &[u8]) -> Result<Verified, Rejection> {
    let key = SubjectPublicKeyInfoDer::from_pem_slice(key.as_bytes()).map_err(|_| Rejection::Forged)?;
    let key = RawPublicKeyEntity::try_from(&key).map_err(|_| Rejection::Forged)?;
    let genuine = key.verify_signature(RSA_PKCS1_2048_8192_SHA256, message, claimed).is_ok();
    genuine.then(|| taken(delivery)).ok_or(Rejection::Forged)
}

/// A certificate that the public web vouches for.
#[derive(Debug)]
pub struct Certificate(CertificateDer<'static>);

impl Certificate {
    /// Reads the first certificate of a PEM and builds a chain from it, through the others, to a root of Mozilla's list or to
    /// one of `own` (PEM too). It must be of one of these names, and valid at `now`, in seconds since 1970.
    pub fn trusted(pem: &str, own: Option<&str>, names: &[&str], now: u64) -> Result<Self, Rejection> {
        let read = |pem: &str| {
            CertificateDer::pem_slice_iter(pem.as_bytes()).collect::<Result<Vec<_>, _>>().map_err(|_| Rejection::Forged)
        };
        let chain = read(pem)?;
        let own = own.map(read).transpose()?.unwrap_or_default();
        let own: Vec<TrustAnchor<'_>> = own.iter().filter_map(|root| anchor_from_trusted_cert(root).ok()).collect();
        let roots: Vec<TrustAnchor<'_>> = webpki_roots::TLS_SERVER_ROOTS.iter().cloned().chain(own).collect();
        let (leaf, between) = chain.split_first().ok_or(Rejection::Forged)?;
        let end = EndEntityCert::try_from(leaf).map_err(|_| Rejection::Forged)?;
        let time = UnixTime::since_unix_epoch(std::time::Duration::from_secs(now));
        end.verify_for_usage(ALGORITHMS, &roots, between, time, KeyUsage::server_auth(), None, None)
            .map_err(|_| Rejection::Forged)?;
        let is_of = |name: &str| {
            ServerName::try_from(name).is_ok_and(|name| end.verify_is_valid_for_subject_name(&name).is_ok())
        };
        if !names.iter().any(|name| is_of(name)) {
            return Err(Rejection::Forged);
        }
        Ok(Self(leaf.clone()))
    }

    /// Proves a delivery by RSA (PKCS #1 v1.5) over the SHA-256 of a message, with the certificate's key.
    pub fn rsa_sha256(&self, delivery: Delivery<'_>, message: &[u8], claimed: &[u8]) -> Result<Verified, Rejection> {
        let end = EndEntityCert::try_from(&self.0).map_err(|_| Rejection::Forged)?;
        let genuine = end.verify_signature(RSA_PKCS1_2048_8192_SHA256, message, claimed).is_ok();
        genuine.then(|| taken(delivery)).ok_or(Rejection::Forged)
    }
}

fn taken(delivery: Delivery<'_>) -> Verified {
    Verified::across_queue(delivery.headers.clone(), delivery.body.to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;

    const LEAF: &str = include_str!("../../payments/src/paypal/vectors/test-leaf.pem");
    const ROOT: &str = include_str!("../../payments/src/paypal/vectors/test-root.pem");

    #[test]
    fn a_certificate_counts_for_its_own_name_below_a_trusted_root() {
        let name = "messageverificationcerts.sandbox.paypal.com";
        let trusted = |own, name| Certificate::trusted(LEAF, own, &[name], 1_790_000_000).err();
        assert_eq!(trusted(Some(ROOT), name), None);
        assert_eq!(trusted(Some(ROOT), "messageverificationcerts.paypal.com"), Some(Rejection::Forged));
        assert_eq!(trusted(None, name), Some(Rejection::Forged));
    }
}
