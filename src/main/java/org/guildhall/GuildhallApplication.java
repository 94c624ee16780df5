package org.guildhall;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Guildhall. */
@SpringBootApplication
public class GuildhallApplication {

    /** Starts the application with its embedded database unless a data source is configured. */
    public static void main(String[] args) {
        SpringApplication.run(GuildhallApplication.class, args);
    }
}
