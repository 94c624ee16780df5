package org.guildhall.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.guildhall.GuildhallApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole product on a random port with a fresh database, a clock to move and no demo company. Classes with the same
 * settings share one context and so one database: make your own members, assume nothing of others'.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = GuildhallApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "guildhall.demo=false")
@ContextConfiguration(initializers = FreshDatabase.class)
@Import(TestBeans.class)
@ActiveProfiles("test")
public @interface GuildhallTest {}
