//! Shops, connections and keys, from SSM Parameter Store.
