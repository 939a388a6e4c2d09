//! Promises, a file each, kept by the real functions on the local stack.

mod local_stack;
mod template;
