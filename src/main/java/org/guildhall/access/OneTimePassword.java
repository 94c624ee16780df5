package org.guildhall.access;

import org.guildhall.kernel.StaffId;

/** A password made by the system, shown once, to be replaced at the first log-in. */
public record OneTimePassword(StaffId staff, String username, String password) {}
