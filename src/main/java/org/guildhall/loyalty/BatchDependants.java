package org.guildhall.loyalty;

import java.util.List;
import org.guildhall.kernel.MemberId;

/** Who has gone on since a batch was recorded: those who spent points, and those with purchases from elsewhere. */
public record BatchDependants(List<MemberId> spent, List<MemberId> bought) {}
