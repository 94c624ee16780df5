package org.guildhall.policies;

import java.util.List;

/** Where people read, draft, preview and publish policies; each act needs its permission and is remembered. */
public interface PolicyDesk {

    /** All kinds at a glance, by code; needs {@code policies.read}. */
    List<PolicySummary> list();

    /** One kind with its versions and draft; needs {@code policies.read}. */
    PolicyDetail get(String kind);

    /** One version, 0 for the default; needs {@code policies.read}. */
    VersionView version(String kind, int version);

    /** What two versions differ in; needs {@code policies.read}. */
    List<Difference> differences(String kind, int from, int to);

    /** Saves the draft if it is valid; needs {@code policies.draft}. */
    DraftView save(String kind, SaveDraft command);

    /** Throws the draft away; needs {@code policies.draft}. */
    void discard(String kind, int revision);

    /** Whom the draft would move; stores nothing; needs {@code policies.draft}. */
    PreviewView preview(String kind, PreviewDraft command);

    /** Publishes the draft through the gate; needs {@code policies.publish}. */
    VersionView publish(String kind, PublishDraft command);

    /** Takes back a version before its first day; needs {@code policies.publish}. */
    VersionView withdraw(String kind, int version, WithdrawVersion command);

    /** The handbook's clauses by number with what carries them out; needs {@code policies.read}. */
    List<ClauseView> clauses();
}
