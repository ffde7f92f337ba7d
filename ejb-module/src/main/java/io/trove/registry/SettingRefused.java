package io.trove.registry;

import io.trove.refusal.Refusal;
import java.util.Map;

/** A setting that a ledger has not, or a value that it cannot have. */
public final class SettingRefused extends Refusal {

    private static final long serialVersionUID = 1L;

    private final String setting;

    private SettingRefused(String setting, String detail) {
        super(detail);
        this.setting = setting;
    }

    static SettingRefused unknown(String setting) {
        return new SettingRefused(
                setting, "\"%s\" is no setting; schemas, compatibility and links are".formatted(setting));
    }

    static SettingRefused value(String setting, Object got, String wanted) {
        return new SettingRefused(setting, "\"%s\" is %s; wanted is %s".formatted(setting, got, wanted));
    }

    @Override
    public String slug() {
        return "setting-refused";
    }

    @Override
    public String title() {
        return "A ledger has no such setting";
    }

    @Override
    public int status() {
        return 422;
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("setting", setting);
    }
}
