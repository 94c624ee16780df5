package org.guildhall.demo;

import org.guildhall.access.Organisation;
import org.guildhall.access.StaffDirectory;
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

    private final Organisation organisation;
    private final StaffDirectory staff;
    private final Jobs jobs;
    private final BusinessTime time;
    private final TransactionTemplate transaction;
    private final DemoNotice notice;
    private final int members;

    DemoStart(
            Organisation organisation,
            StaffDirectory staff,
            Jobs jobs,
            BusinessTime time,
            TransactionTemplate transaction,
            DemoNotice notice,
            @Value("${guildhall.demo-members:5000}") int members) {
        this.organisation = organisation;
        this.staff = staff;
        this.jobs = jobs;
        this.time = time;
        this.transaction = transaction;
        this.notice = notice;
        this.members = members;
    }

    @Override
    public void run(ApplicationArguments args) {
        if (organisation.units(time.today()).isEmpty()) {
            notice.loading();
            var story = new DemoStory(SEED, time.today(), members);
            transaction.executeWithoutResult(
                    status -> jobs.start(DemoLoading.CODE, story, new Actor.Machine("demo"), "company"));
        } else if (staff.byUsername("store4").isPresent()) {
            notice.ready();
        }
    }
}
