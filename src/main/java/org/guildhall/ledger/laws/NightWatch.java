package org.guildhall.ledger.laws;

import java.util.List;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Refusal;
import org.guildhall.platform.PlatformRefusal.RunUnderWay;
import org.guildhall.platform.RunView;
import org.guildhall.platform.Runs;
import org.springframework.stereotype.Component;

/**
 * Proves the laws once in every business night, however often and on however many servers it is asked to.
 *
 * <p>The run is the lease: while one proves, another server's attempt leaves it to that one; a night whose proof failed or was
 * cut short is made up for at the next call.
 */
@Component
public class NightWatch {

    /** As whom it acts. */
    public static final String ACTOR = "laws";

    private static final int RUNS_OF_A_DAY = 50;

    private final Laws laws;
    private final Runs runs;
    private final BusinessTime time;

    NightWatch(Laws laws, Runs runs, BusinessTime time) {
        this.laws = laws;
        this.runs = runs;
        this.time = time;
    }

    /** Proves what was not proven tonight; whether it did. */
    public boolean watch() {
        if (watched()) {
            return false;
        }
        try {
            return !laws.proveUnless(this::watched).isEmpty();
        } catch (Refusal refusal) {
            if (refusal.reason() instanceof RunUnderWay) {
                return false;
            }
            throw refusal;
        }
    }

    private boolean watched() {
        var tonight = time.today();
        return runs.list(List.of(Laws.KIND), null, RUNS_OF_A_DAY).items().stream()
                .anyMatch(run -> run.state() == RunView.State.DONE
                        && run.through().equals(tonight)
                        && run.actorName().equals(ACTOR));
    }
}
