//! two_sources
