package org.guildhall.access.setup;

import java.time.LocalDate;
import java.util.List;
import org.guildhall.access.Access;
import org.guildhall.access.Appoint;
import org.guildhall.access.HireStaff;
import org.guildhall.access.OpenUnit;
import org.guildhall.access.Organisation;
import org.guildhall.access.Posts;
import org.guildhall.access.StaffDirectory;
import org.guildhall.access.UnitKind;
import org.guildhall.access.organisation.PostSeed;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.BusinessTime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes a new installation usable: the usual posts, and, unless the demo company comes, a company with one administrator
 * whose random password is printed once and must be replaced.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class FirstStart implements ApplicationRunner {

    private static final Actor MACHINE = new Actor.Machine("first-start");

    private final PostSeed posts;
    private final Posts register;
    private final Organisation organisation;
    private final StaffDirectory staff;
    private final Access access;
    private final TransactionTemplate transaction;
    private final BusinessTime time;
    private final boolean demo;

    FirstStart(
            PostSeed posts,
            Posts register,
            Organisation organisation,
            StaffDirectory staff,
            Access access,
            TransactionTemplate transaction,
            BusinessTime time,
            @Value("${guildhall.demo}") boolean demo) {
        this.posts = posts;
        this.register = register;
        this.organisation = organisation;
        this.staff = staff;
        this.access = access;
        this.transaction = transaction;
        this.time = time;
        this.demo = demo;
    }

    @Override
    public void run(ApplicationArguments args) {
        access.runAs(MACHINE, () -> {
            posts.sow();
            if (!demo && organisation.units(time.today()).isEmpty()) {
                transaction.executeWithoutResult(status -> begin());
            }
        });
    }

    private void begin() {
        var today = time.today();
        var company = organisation.open(new OpenUnit(UnitKind.COMPANY, "HQ", "总部", null, LocalDate.of(2000, 1, 1)));
        var admin = register.byCode("admin").orElseThrow();
        var password = staff.hire(new HireStaff(
                "admin", "管理员", null, today, List.of(new Appoint(admin.id(), company.id(), today, null))));
        IO.println("First start: log in as " + password.username() + " with " + password.password()
                + " and choose a password of your own.");
    }
}
