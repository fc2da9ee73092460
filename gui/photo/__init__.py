"""The left column: the photo with what lies over it, legend and scores."""
