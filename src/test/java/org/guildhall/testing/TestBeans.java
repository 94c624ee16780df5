package org.guildhall.testing;

import org.guildhall.access.Access;
import org.guildhall.access.Organisation;
import org.guildhall.access.Posts;
import org.guildhall.access.StaffDirectory;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.members.Members;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;

/** Beans that replace or join the product's in tests. */
@TestConfiguration(proxyBeanMethods = false)
class TestBeans {

    @Bean
    @Primary
    MovableClock clock() {
        return new MovableClock();
    }

    @Bean
    TestHttp testHttp(Environment environment) {
        return new TestHttp(environment);
    }

    @Bean
    TestStaff testStaff(
            Access access,
            Organisation organisation,
            Posts posts,
            StaffDirectory staff,
            BusinessTime time,
            TestHttp http) {
        return new TestStaff(access, organisation, posts, staff, time, http);
    }

    @Bean
    TestMembers testMembers(TestStaff staff, Members members) {
        return new TestMembers(staff, members);
    }
}
