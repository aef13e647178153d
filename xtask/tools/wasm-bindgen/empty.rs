//! Nothing: the programs are those of the dependency.
