package org.guildhall.testing;

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
}
