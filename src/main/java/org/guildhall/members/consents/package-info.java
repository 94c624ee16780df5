/** What members agreed to, per purpose and channel, with version and evidence. */
@NullMarked
@NamedInterface("consents")
package org.guildhall.members.consents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
