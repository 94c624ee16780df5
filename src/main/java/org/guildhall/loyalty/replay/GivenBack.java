package org.guildhall.loyalty.replay;

import java.util.UUID;
import org.guildhall.loyalty.ReturnFact;

/** A return with its identifier. */
public record GivenBack(UUID id, ReturnFact fact) {}
