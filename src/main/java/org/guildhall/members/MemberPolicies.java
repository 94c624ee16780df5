package org.guildhall.members;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.guildhall.policies.PolicyKind;

/** What the institution decides about the registry. */
public final class MemberPolicies {

    /** Who may share an identity. */
    public static final PolicyKind<Identity> IDENTITY =
            new PolicyKind<>("members.identity", Identity.class, new Identity(false, 4), "2.1");

    /** How member numbers are made. */
    public static final PolicyKind<Numbering> NUMBERING =
            new PolicyKind<>("members.numbering", Numbering.class, new Numbering("8", 8), "2.2");

    /** When contact data must be confirmed again. */
    public static final PolicyKind<Contacts> CONTACTS =
            new PolicyKind<>("members.contacts", Contacts.class, new Contacts(12), "2.3");

    private MemberPolicies() {}

    /** Whether household members may share a mobile, and how many at most. */
    public record Identity(
            boolean shareMobile, @Min(2) @Max(20) int mostSharing) {}

    /** The digits a generated number begins with, and how many digits the running number has; a check digit follows. */
    public record Numbering(
            @Pattern(regexp = "[A-Z0-9]{0,6}") String prefix,
            @Min(4) @Max(12) int digits) {}

    /** After how many months without confirmation a mobile or address is flagged as stale. */
    public record Contacts(@Min(1) @Max(120) int staleAfterMonths) {}
}
