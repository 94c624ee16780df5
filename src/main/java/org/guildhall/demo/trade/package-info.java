/** What invented members buy, when and where: a catalogue, seasons, habits and the purchases that follow from them. */
@NullMarked
package org.guildhall.demo.trade;

import org.jspecify.annotations.NullMarked;
