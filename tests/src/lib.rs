//! Helpers for the tests of this package.
