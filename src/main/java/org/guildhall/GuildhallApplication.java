package org.guildhall;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** Starts Guildhall. Beans are known by their full names, so that modules may name things alike. */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class GuildhallApplication {

    /** Starts the application with its embedded database unless a data source is configured. */
    public static void main(String[] args) {
        SpringApplication.run(GuildhallApplication.class, args);
    }
}
