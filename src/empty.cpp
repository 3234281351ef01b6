// stands in while rooms are under construction
