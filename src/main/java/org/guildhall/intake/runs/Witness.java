package org.guildhall.intake.runs;

import org.guildhall.access.Access;
import org.guildhall.access.Audit;
import org.guildhall.kernel.BusinessTime;
import org.springframework.stereotype.Component;

/** Who acts, what is remembered of it, and when. */
@Component
record Witness(Access access, Audit audit, BusinessTime time) {}
