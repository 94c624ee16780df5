package org.guildhall.insights;

import org.guildhall.kernel.MemberId;

/** A member behind a figure and what this member contributes to it. */
public record DrillRow(MemberId member, long value) {}
