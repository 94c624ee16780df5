package org.guildhall.adjustments.runs;

import java.util.Map;
import org.guildhall.ledger.ExpiryRuns;
import org.guildhall.loyalty.UndoRun;
import org.guildhall.platform.RunPreview;
import org.guildhall.platform.RunView;

/** How much undoing a run is, in the authority table's terms: points that come back, or members whose tier is held again. */
record UndoSize(String kind, long amount, Map<String, Object> facts) {

    static final String OF_EXPIRY = "adjustments.expiry-run-undo";
    static final String OF_REVIEW = "adjustments.review-run-undo";

    static UndoSize of(RunView run, RunPreview found, UndoRun command) {
        var through = run.through().toString();
        var until = command.until().toString();
        return kindOf(run).equals(OF_EXPIRY)
                ? new UndoSize(
                        OF_EXPIRY,
                        found.amount(),
                        Map.of(
                                "runThrough",
                                through,
                                "asset",
                                run.subject(),
                                "amount",
                                found.amount(),
                                "members",
                                found.members(),
                                "to",
                                until))
                : new UndoSize(
                        OF_REVIEW,
                        found.members(),
                        Map.of("runThrough", through, "members", found.members(), "reviewOn", until));
    }

    static String kindOf(RunView run) {
        return run.kind().equals(ExpiryRuns.KIND) ? OF_EXPIRY : OF_REVIEW;
    }

    static long amount(String kind, RunPreview found) {
        return kind.equals(OF_EXPIRY) ? found.amount() : found.members();
    }
}
