"""The validated record: what talentx knows of one figure."""
