package org.guildhall.ledger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.guildhall.access.Access;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.access.acting.Powers;
import org.guildhall.access.acting.PowersSource;
import org.guildhall.kernel.Actor;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.MemberId;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DataSourceConnectionProvider;
import org.jooq.impl.DefaultConfiguration;
import org.jooq.impl.DefaultDSLContext;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionTemplate;

/** The ledger alone on a database, acting as the machine, without the rest of the product. */
public final class LedgerWorld implements AutoCloseable {

    /** Who acts in these tests. */
    public static final Actor ACTOR = new Actor.Machine("ledger-test");

    /** The cause of facts that may be learnt after their period was closed. */
    public static final String LATE = "late";

    private final AnnotationConfigApplicationContext context;

    /** On the given database; further settings as name and value. */
    public LedgerWorld(String url, String user, String password, Clock clock, Map<String, Object> settings) {
        context = new AnnotationConfigApplicationContext();
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("world", settings));
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(HikariDataSource.class, () -> pool(url, user, password));
        context.register(Beans.class);
        context.refresh();
    }

    /** A new member's identifier. */
    public static MemberId member() {
        return new MemberId(UUID.randomUUID());
    }

    /** The façade. */
    public Ledger ledger() {
        return context.getBean(Ledger.class);
    }

    /** jOOQ within the world's transactions. */
    public DSLContext sql() {
        return context.getBean(DSLContext.class);
    }

    /** Any part of the world. */
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** Does the work as the machine. */
    public <T> T as(Supplier<T> work) {
        return context.getBean(Access.class).runAs(ACTOR, work);
    }

    /** Does the work as somebody else. */
    public <T> T as(Actor actor, Supplier<T> work) {
        return context.getBean(Access.class).runAs(actor, work);
    }

    /** The laws that were noted to be broken, one by one. */
    public List<String> alarms() {
        return context.getBean(Noted.class).entries.stream()
                .filter(entry -> entry.act().equals("ledger.law-broken"))
                .map(AuditEntry::subjectId)
                .toList();
    }

    /** Does the work as the machine in one transaction. */
    public <T> T inTransaction(Supplier<T> work) {
        return as(() -> {
            var template = context.getBean(TransactionTemplate.class);
            return template.execute(status -> work.get());
        });
    }

    @Override
    public void close() {
        context.close();
    }

    private static HikariDataSource pool(String url, String user, String password) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(24);
        config.setMinimumIdle(2);
        return new HikariDataSource(config);
    }

    @TestConfiguration(proxyBeanMethods = false)
    @ComponentScan(
            basePackages = {"org.guildhall.ledger", "org.guildhall.access.acting", "org.guildhall.platform.runs"},
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = "org\\.guildhall\\.ledger\\.(web|owned|insight)\\..*"))
    static class Beans {

        @Bean
        BusinessTime time(Clock clock) {
            return new BusinessTime(clock, ZoneId.of("Asia/Shanghai"));
        }

        @Bean
        DataSourceTransactionManager transactions(DataSource source) {
            return new DataSourceTransactionManager(source);
        }

        @Bean
        TransactionTemplate transaction(DataSourceTransactionManager transactions) {
            return new TransactionTemplate(transactions);
        }

        @Bean
        DSLContext sql(DataSource source) {
            var configuration = new DefaultConfiguration();
            configuration.set(SQLDialect.POSTGRES);
            configuration.set(new DataSourceConnectionProvider(new TransactionAwareDataSourceProxy(source)));
            configuration.settings().setRenderFormatted(false);
            return new DefaultDSLContext(configuration);
        }

        @Bean
        PowersSource powers() {
            return actor -> Powers.none();
        }

        @Bean
        LateFacts learntLate() {
            return new LateFacts(LATE);
        }

        @Bean
        Audit audit() {
            return new Noted();
        }
    }

    /** Notes what was to be audited; that it is kept is shown over HTTP. */
    private static final class Noted implements Audit {

        private final List<AuditEntry> entries = new CopyOnWriteArrayList<>();

        @Override
        public void record(AuditEntry entry) {
            entries.add(entry);
        }

        @Override
        public void recordAll(Collection<AuditEntry> many) {
            entries.addAll(many);
        }

        @Override
        public AuditEntry attributed(AuditEntry entry) {
            return entry;
        }
    }
}
