//! Several parcels in one body.

use domain::fact::Tracking;
use webhooks::delivery::Unreadable;

/// Those that can be read; one that cannot takes nothing from the others, and is told of only when it is alone.
pub(crate) fn readable(
    parcels: impl IntoIterator<Item = Result<Option<Tracking>, Unreadable>>,
) -> Result<Vec<Tracking>, Unreadable> {
    let (mut read, mut unread) = (Vec::new(), None);
    for parcel in parcels {
        match parcel {
            Ok(tracking) => read.extend(tracking),
            Err(why) => unread = unread.or(Some(why)),
        }
    }
    unread.filter(|_| read.is_empty()).map_or(Ok(read), Err)
}
