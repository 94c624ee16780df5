package org.guildhall.ledger;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.guildhall.kernel.MemberId;

/** Posts without end and prints the number of each posting once it is acknowledged; made to be killed. */
public final class KilledPoster {

    static final int MEMBERS = 50;

    private KilledPoster() {}

    public static void main(String[] args) throws InterruptedException {
        var world = new LedgerWorld(args[0], args[1], args[2], Clock.systemUTC(), Map.of());
        var inFlight = new Semaphore(200);
        for (int i = Integer.parseInt(args[3]); ; i++) {
            inFlight.acquire();
            int number = i;
            var _ = world.as(() -> world.ledger().submit(posting(number), null)).whenComplete((receipt, failure) -> {
                if (failure == null) {
                    synchronized (System.out) {
                        System.out.println(number);
                        System.out.flush();
                    }
                }
                inFlight.release();
            });
        }
    }

    /** The posting of a number, always the same. */
    static Posting posting(int number) {
        var member = new MemberId(new UUID(7, number % MEMBERS));
        return new Posting(
                CauseKey.of("killed|" + number),
                member,
                "test",
                null,
                "test",
                new UUID(8, number),
                List.of(new Movement.Grant(Asset.POINTS, 1, null)),
                null,
                0);
    }
}
