"""The parts of the test control plane; only the standard library is needed."""
