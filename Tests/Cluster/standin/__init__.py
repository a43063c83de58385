"""The stand-in for kubelets: it plays nodes and pods over the API alone."""
