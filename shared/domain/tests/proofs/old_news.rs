//! old_news
