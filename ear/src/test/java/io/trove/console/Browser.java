package io.trove.console;

import io.trove.server.Await;
import io.trove.server.Tool;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A headless Chromium, as a person would use one. Without one on this machine, its tests are skipped and say so. */
final class Browser implements AutoCloseable {

    private static final String HOW_TO_GET_ONE =
            "There is no Chromium with its driver on this machine: apt-get install chromium chromium-driver";
    private static final Path SCREENS = Path.of("target", "screens");
    private static final String AXE = axe();
    private static final Duration PAGE_MAX = Duration.ofMinutes(2);

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Skips the test when there is none, unless {@code TROVE_TEST_REQUIRE} says that there must be one. */
    static Browser open() {
        var chromium = Tool.onPath("chromium", "chromium-browser", "google-chrome");
        var chromedriver = Tool.onPath("chromedriver");
        if (chromium.isEmpty() || chromedriver.isEmpty()) {
            Tool.isAbsent("browser", HOW_TO_GET_ONE);
        }
        var options = new ChromeOptions();
        options.setBinary(chromium.orElseThrow());
        options.addArguments(
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--lang=en-GB");
        var logging = new LoggingPreferences();
        logging.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logging);
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver.orElseThrow())
                .build();
        var driver = new ChromeDriver(service, options);
        driver.manage().timeouts().pageLoadTimeout(PAGE_MAX).implicitlyWait(Duration.ofSeconds(10));
        return new Browser(driver);
    }

    void go(Object address) {
        driver.get(address.toString());
    }

    /** Does this with some tabs open beside the one that is looked at, each of which was looked at before. */
    void beside(int tabs, Runnable visit, Runnable then) {
        var own = driver.getWindowHandle();
        try {
            for (int i = 0; i < tabs; i++) {
                driver.switchTo().newWindow(WindowType.TAB);
                visit.run();
            }
            driver.switchTo().window(own);
            then.run();
        } finally {
            driver.getWindowHandles().stream()
                    .filter(each -> !each.equals(own))
                    .forEach(each -> driver.switchTo().window(each).close());
            driver.switchTo().window(own);
        }
    }

    String address() {
        return driver.getCurrentUrl();
    }

    String title() {
        return driver.getTitle();
    }

    WebElement find(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    /** Whether the page has it, without waiting for it. */
    boolean has(String selector) {
        return count(selector) > 0;
    }

    /** How many of these the page has, without waiting for them. */
    long count(String selector) {
        return (Long) run("return document.querySelectorAll(arguments[0]).length", selector);
    }

    /** What a script that a person could type into the console of their browser gives. */
    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    boolean shows(String text) {
        return find("body").getText().contains(text);
    }

    /** Waits until it holds; of a page that is just being left, nothing does. */
    void awaits(BooleanSupplier condition) {
        Await.until(PAGE_MAX, () -> {
            try {
                return condition.getAsBoolean();
            } catch (WebDriverException failure) {
                if (isLeaving(failure)) {
                    return false;
                }
                throw failure;
            }
        });
    }

    /** For an element that is gone the driver has a name, for one that goes while it is asked only a message. */
    private static boolean isLeaving(WebDriverException failure) {
        return failure instanceof StaleElementReferenceException
                || failure.getMessage().contains("does not belong to the document");
    }

    /** What has the focus, as the keyboard moved it. */
    WebElement focused() {
        return driver.switchTo().activeElement();
    }

    Map<String, String> cookie(String name) {
        var cookie = driver.manage().getCookieNamed(name);
        return cookie == null ? Map.of() : Map.of(cookie.getName(), cookie.getValue());
    }

    List<String> cookieNames() {
        return driver.manage().getCookies().stream().map(Cookie::getName).toList();
    }

    void addCookies(Map<String, String> cookies) {
        cookies.forEach((name, value) -> driver.manage().addCookie(new Cookie(name, value)));
    }

    /** What the page complained of: scripts that failed, and what the content security policy stopped. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    /** How many bytes this page and all that belongs to it have over the wire, with an empty cache. */
    long weight() {
        return ((Number) driver.executeScript("""
                const [page] = performance.getEntriesByType("navigation");
                return performance.getEntriesByType("resource").reduce((sum, each) => sum + each.encodedBodySize, page.encodedBodySize);""")).longValue();
    }

    /** What WCAG 2.2 AA finds wrong, in light and dark, wide and narrow, each with a picture. */
    List<String> barriersInEveryLook(String name) {
        return Stream.of("light", "dark")
                .flatMap(scheme -> Stream.of(1280, 390).flatMap(width -> {
                    look(scheme, width);
                    picture(name + "-" + scheme + (width < 1000 ? "-narrow" : ""));
                    return Stream.concat(violations().stream(), sideways())
                            .map(each -> scheme + " at " + width + ": " + each);
                }))
                .toList();
    }

    private Stream<String> sideways() {
        return Boolean.TRUE.equals(driver.executeScript(
                        "return document.documentElement.scrollWidth > document.documentElement.clientWidth"))
                ? Stream.of("the page scrolls sideways")
                : Stream.empty();
    }

    private void look(String scheme, int width) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", scheme),
                                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 860, "deviceScaleFactor", 1, "mobile", width < 1000));
    }

    private void picture(String name) {
        try {
            Files.createDirectories(SCREENS);
            Files.write(SCREENS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private List<String> violations() {
        driver.executeScript(AXE);
        var found = driver.executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}).then(
                    result => done(result.violations.map(each => each.id + ' ' + each.nodes.map(node => node.html).join(' | '))),
                    failure => done(['axe failed: ' + failure]));""");
        return (List<String>) found;
    }

    @Override
    public void close() {
        driver.quit();
    }

    private static String axe() {
        try (InputStream axe = Browser.class.getResourceAsStream("/axe.min.js")) {
            return new String(axe.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
