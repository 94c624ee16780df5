package org.guildhall.access;

import org.guildhall.kernel.BusinessTime;
import org.springframework.stereotype.Component;

/** Who acts, when, and that it is remembered: what every guarded change asks for. */
@Component
public record Witness(Access access, Audit audit, BusinessTime time) {}
