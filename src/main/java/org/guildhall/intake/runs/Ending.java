package org.guildhall.intake.runs;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** How the work of a job ends: in one transaction, told to whoever listens. */
@Component
record Ending(TransactionTemplate transaction, ApplicationEventPublisher events) {}
