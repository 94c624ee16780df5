package org.guildhall.cashback.acts;

import java.util.Map;
import org.guildhall.access.Access;
import org.guildhall.cashback.CashbackPermissions;
import org.guildhall.cashback.SettleRebates;
import org.guildhall.platform.JobKind;
import org.guildhall.platform.JobRun;
import org.springframework.stereotype.Component;

/** Settles by hand what the calendar would; repeated after a crash, it does what was left. */
@Component
class SettleJob implements JobKind<SettleRebates> {

    static final String CODE = "cashback.settle";

    private final Access access;
    private final Settling settling;

    SettleJob(Access access, Settling settling) {
        this.access = access;
        this.settling = settling;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Class<SettleRebates> params() {
        return SettleRebates.class;
    }

    @Override
    public void run(JobRun<SettleRebates> run) {
        access.require(CashbackPermissions.SETTLE);
        run.result(Map.of("run", settling.run(run.params().through(), null).toString()));
    }
}
