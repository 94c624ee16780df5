package org.guildhall.loyalty.runs;

import java.util.Map;
import org.guildhall.access.Access;
import org.guildhall.ledger.Asset;
import org.guildhall.ledger.ExpiryRuns;
import org.guildhall.loyalty.CarryOut;
import org.guildhall.loyalty.LoyaltyPermissions;
import org.guildhall.loyalty.review.Reviews;
import org.guildhall.loyalty.warnings.Warnings;
import org.guildhall.platform.JobKind;
import org.guildhall.platform.JobRun;
import org.springframework.stereotype.Component;

/**
 * Carries out by hand what the calendar would. Repeated after a crash, it does what was left; it is refused while the run that the
 * crash cut short still counts as at work.
 */
@Component
class CarryOutJob implements JobKind<CarryOut> {

    static final String CODE = "loyalty.run";

    private final Access access;
    private final ExpiryRuns expiries;
    private final Reviews reviews;
    private final Warnings warnings;

    CarryOutJob(Access access, ExpiryRuns expiries, Reviews reviews, Warnings warnings) {
        this.access = access;
        this.expiries = expiries;
        this.reviews = reviews;
        this.warnings = warnings;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Class<CarryOut> params() {
        return CarryOut.class;
    }

    @Override
    public void run(JobRun<CarryOut> run) {
        access.require(LoyaltyPermissions.RUN);
        var command = run.params();
        var asset = command.asset() == null ? Asset.POINTS : Asset.of(command.asset());
        var done = switch (command.kind()) {
            case EXPIRY -> expiries.run(asset, command.through());
            case REVIEW -> reviews.run(command.through());
            case WARNING -> warnings.run();
        };
        run.result(Map.of("run", done.toString()));
    }
}
