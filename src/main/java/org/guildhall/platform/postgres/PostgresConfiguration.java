package org.guildhall.platform.postgres;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Starts the embedded server when no {@code spring.datasource.url} is given. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "false")
class PostgresConfiguration {

    @Bean
    LocalPostgres localPostgres(@Value("${guildhall.data}") Path data) {
        return LocalPostgres.start(data.resolve("postgres"), durableSettings());
    }

    @Bean
    JdbcConnectionDetails localConnection(LocalPostgres postgres) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return LocalPostgres.USER;
            }

            @Override
            public String getPassword() {
                return postgres.password();
            }

            @Override
            public String getJdbcUrl() {
                return postgres.url("postgres");
            }
        };
    }

    /** Nothing here trades durability for speed: fsync, full page writes and synchronous commit stay on. */
    static Map<String, String> durableSettings() {
        var settings = new LinkedHashMap<String, String>();
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("unix_socket_directories", "");
        settings.put("timezone", "UTC");
        settings.put("max_connections", "100");
        settings.put("shared_buffers", "512MB");
        settings.put("effective_cache_size", "2GB");
        settings.put("work_mem", "32MB");
        settings.put("maintenance_work_mem", "256MB");
        settings.put("max_wal_size", "6GB");
        settings.put("wal_compression", "on");
        settings.put("checkpoint_timeout", "15min");
        settings.put("random_page_cost", "1.1");
        settings.put("jit", "off");
        settings.put("log_min_messages", "warning");
        return settings;
    }
}
