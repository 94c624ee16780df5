package org.guildhall.platform.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Knows that the application is on its way down, and sees to it that no job is begun from then on. */
@Component
class Stopping {

    private final ApplicationContext application;
    private final ObjectProvider<Scheduler> scheduler;
    private volatile boolean stopping;

    Stopping(ApplicationContext application, ObjectProvider<Scheduler> scheduler) {
        this.application = application;
        this.scheduler = scheduler;
    }

    boolean isStopping() {
        return stopping;
    }

    /** Comes before anything is closed, so that jobs at work have the time of an orderly stop to set themselves aside. */
    @EventListener
    void on(ContextClosedEvent closing) {
        if (closing.getApplicationContext().equals(application)) {
            stopping = true;
            scheduler.ifAvailable(Scheduler::pause);
        }
    }
}
