package org.guildhall.members.consents;

import org.guildhall.kernel.MemberId;
import org.guildhall.members.RecordConsent;

/** What one member of many said. */
public record MemberConsent(MemberId member, RecordConsent said) {}
