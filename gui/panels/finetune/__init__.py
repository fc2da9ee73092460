"""Fine-tuning: the classifier that is looked at learns from labelled photos."""
