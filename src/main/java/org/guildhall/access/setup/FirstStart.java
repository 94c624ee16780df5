package org.guildhall.access.setup;

import org.guildhall.access.Access;
import org.guildhall.access.organisation.PostSeed;
import org.guildhall.kernel.Actor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Makes a new installation usable: the usual posts, and, unless the demo company comes, a company with one administrator
 * whose random password is printed once and must be replaced.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class FirstStart implements ApplicationRunner {

    private static final Actor MACHINE = new Actor.Machine("first-start");

    private final PostSeed posts;
    private final FirstCompany company;
    private final Access access;
    private final boolean demo;

    FirstStart(PostSeed posts, FirstCompany company, Access access, @Value("${guildhall.demo}") boolean demo) {
        this.posts = posts;
        this.company = company;
        this.access = access;
        this.demo = demo;
    }

    @Override
    public void run(ApplicationArguments args) {
        access.runAs(MACHINE, () -> {
            posts.sow();
            if (!demo) {
                company.open();
            }
        });
    }
}
