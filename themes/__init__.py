"""What stores look like: the engine that dresses pages and the packs it dresses them with."""
