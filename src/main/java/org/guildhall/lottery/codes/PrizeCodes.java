package org.guildhall.lottery.codes;

import org.guildhall.access.DigitCodes;
import org.guildhall.access.PersonalVault;
import org.springframework.stereotype.Component;

/** The codes with which prizes are picked up. */
@Component
public class PrizeCodes extends DigitCodes {

    PrizeCodes(PersonalVault vault) {
        super(vault, "lottery.prize-code");
    }
}
