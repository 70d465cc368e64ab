"""What several tests share: servers on loopback, waiting, small pages and pictures."""
