package org.guildhall.members.lists;

import java.util.List;
import org.guildhall.kernel.Slice;
import org.guildhall.members.MemberRow;

/** Whom a bulk act would meet: how many, how many of them it may change, and the first few. */
public record BulkPreview(Slice.Total members, Slice.Total eligible, List<MemberRow> sample) {}
