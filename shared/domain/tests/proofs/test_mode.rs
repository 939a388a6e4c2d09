//! test_mode
