"""Mails as they go over the wire: MIME as Python reads it, the limits of RFC 5322, and a DKIM signature that lives."""

import base64
import email
import email.policy
import re
from functools import lru_cache

import dkim
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

NEEDED = ("From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Reply-To", "Auto-Submitted")
SIGNED = [b"from", b"to", b"subject", b"date", b"message-id", b"reply-to", b"mime-version", b"content-type"]
SIGNED += [b"references", b"list-unsubscribe", b"list-unsubscribe-post"]
# Gmail shows no more of a message than some 102 KB of HTML; with a margin.
LARGEST_HTML, LARGEST = 90_000, 150_000


def html(raw: bytes):
    """The HTML of a mail."""
    return email.message_from_bytes(raw, policy=email.policy.default).get_body(("html",)).get_content()


def parts(raw: bytes):
    """The text and the HTML of a mail that has both."""
    message = email.message_from_bytes(raw, policy=email.policy.default)
    return [message.get_body((kind,)).get_content() for kind in ("plain", "html")]


def faults(raw: bytes):
    """All that is wrong with a mail's bytes."""
    head = raw.split(b"\r\n\r\n", 1)[0]
    found = []
    if re.search(rb"(?<!\r)\n|\r(?!\n)", raw):
        found.append("a line does not end in CR LF")
    if any(byte > 126 for byte in head):
        found.append("8 bits in a header")
    # A URL cannot be folded.
    foldable = [line for line in head.split(b"\r\n") if not re.fullmatch(rb"List-Unsubscribe: <https://[^ >]+>", line)]
    found += [f"a header line of {len(line)}" for line in foldable if len(line) > 78]
    found += [f"a line of {len(line)}" for line in raw.split(b"\r\n") if len(line) > 998]
    message = email.message_from_bytes(raw, policy=email.policy.default)
    found += [f"{defect!r}" for part in message.walk() for defect in part.defects]
    found += [f"no {name}" for name in NEEDED if message[name] is None]
    found += [f"{name}: {message[name].defects}" for name in message.keys() if getattr(message[name], "defects", ())]
    kinds = [part.get_content_type() for part in message.walk()]
    if kinds != ["multipart/alternative", "text/plain", "text/html"]:
        found.append(f"parts {kinds}")
        return found
    size = len(html(raw).encode())
    if size > LARGEST_HTML or len(raw) > LARGEST:
        found.append(f"{size} bytes of HTML, {len(raw)} in all")
    return found + signature(raw)


@lru_cache
def keys():
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.TraditionalOpenSSL, serialization.NoEncryption()
    )
    public = key.public_key().public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    return private, b"v=DKIM1; k=rsa; p=" + base64.b64encode(public)


def signature(raw: bytes):
    """A relaxed signature is good, is still good after a header was folded anew, and not after a digit was changed."""
    private, public = keys()
    present = [name for name in SIGNED if re.search(rb"(?im)^" + name + rb":", raw)]
    made = dkim.sign(raw, b"s1", b"shop.example.com", private, canonicalize=(b"relaxed", b"relaxed"), include_headers=present)
    good = lambda mail: dkim.verify(mail, dnsfunc=lambda name, timeout=5: public)
    signed = made + raw
    folded = re.sub(rb"(?m)^(Reply-To|List-Unsubscribe): ", rb"\1:\r\n   ", signed)
    changed = signed[:-9] + bytes([signed[-9] ^ 1]) + signed[-8:]
    cases = [(signed, True, "signed"), (folded, True, "folded anew"), (changed, False, "changed")]
    return [f"DKIM, {what}: {not wanted}" for mail, wanted, what in cases if good(mail) is not wanted]
