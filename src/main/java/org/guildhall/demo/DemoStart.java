package org.guildhall.demo;

import org.guildhall.access.Access;
import org.guildhall.access.Organisation;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.platform.Jobs;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** On the first start of an empty installation asks for the demo company; later starts only say how to log in. */
@Component
@ConditionalOnBooleanProperty("guildhall.demo")
class DemoStart implements ApplicationRunner {

    private static final long SEED = 20_250_308;
    private static final Actor MACHINE = new Actor.Machine("demo");

    private final Organisation organisation;
    private final Access access;
    private final Jobs jobs;
    private final BusinessTime time;
    private final TransactionTemplate transaction;
    private final DemoNotice notice;
    private final int members;

    DemoStart(
            Organisation organisation,
            Access access,
            Jobs jobs,
            BusinessTime time,
            TransactionTemplate transaction,
            DemoNotice notice,
            @Value("${guildhall.demo-members:5000}") int members) {
        this.organisation = organisation;
        this.access = access;
        this.jobs = jobs;
        this.time = time;
        this.transaction = transaction;
        this.notice = notice;
        this.members = members;
    }

    @Override
    public void run(ApplicationArguments args) {
        switch (access.runAs(MACHINE, this::progress)) {
            case EMPTY -> {
                notice.loading();
                var story = new DemoStory(SEED, time.today(), members);
                transaction.executeWithoutResult(status -> jobs.start(DemoLoading.CODE, story, MACHINE, "company"));
            }
            case MOVING_IN -> notice.loading();
            case READY -> notice.ready();
            case FAILED -> notice.failed();
            case ABSENT -> {}
        }
    }

    private Progress progress() {
        var jobsSoFar = jobs.list(DemoLoading.CODE, null, 1).items();
        return Progress.of(
                !organisation.units(time.today()).isEmpty(), jobsSoFar.isEmpty() ? null : jobsSoFar.getFirst());
    }
}
