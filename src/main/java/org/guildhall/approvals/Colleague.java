package org.guildhall.approvals;

import org.guildhall.kernel.StaffId;

/** Somebody who works here, by name. */
public record Colleague(StaffId id, String name) {}
