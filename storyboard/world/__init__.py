"""The drawn world: flat cartoons with exact ground truth that the starter model learns from."""
