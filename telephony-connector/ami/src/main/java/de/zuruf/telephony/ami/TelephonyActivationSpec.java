package de.zuruf.telephony.ami;

import static de.zuruf.telephony.ami.SettingChecks.blank;
import static de.zuruf.telephony.ami.SettingChecks.within;

import de.zuruf.telephony.CallEventListener;
import jakarta.resource.spi.Activation;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.ConfigProperty;
import jakarta.resource.spi.InvalidPropertyException;
import jakarta.resource.spi.ResourceAdapter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One telephone system whose calls are delivered, as configured in server.xml.
 *
 * <table>
 * <caption>Properties</caption>
 * <tr><th>Name</th><th>Meaning</th><th>Values</th><th>Default</th></tr>
 * <tr><td>pbx</td><td>our name for it, goes into every event and report</td><td>1 to 32 characters</td><td>asterisk</td></tr>
 * <tr><td>host</td><td>name or address of the manager interface; with TLS the name in its certificate</td><td>empty: not in use</td><td>localhost</td></tr>
 * <tr><td>port</td><td>its TCP port</td><td>1 to 65535</td><td>5038</td></tr>
 * <tr><td>tls</td><td>whether to speak TLS; trusted is what the server's default SSL configuration trusts</td><td>true, false</td><td>false</td></tr>
 * <tr><td>user</td><td>manager user</td><td></td><td>none, required</td></tr>
 * <tr><td>password</td><td>his secret; the digest of it goes over the wire, so prefer TLS</td><td></td><td>none, required</td></tr>
 * <tr><td>internalContexts</td><td>dialplan contexts in which our own telephones begin their calls</td><td>names, comma separated</td><td>internal,from-internal</td></tr>
 * <tr><td>memberInterface</td><td>what a queue dials to reach a telephone of ours; <code>{extension}</code> stands for its
 * extension</td><td>with <code>{extension}</code></td><td>PJSIP/{extension}</td></tr>
 * <tr><td>reconnectSeconds</td><td>longest pause between attempts to connect</td><td>1 to 3600 s</td><td>5</td></tr>
 * <tr><td>pingSeconds</td><td>after how long a silence the PBX is asked for a sign of life;
 * a session without one within two more seconds is lost</td><td>1 to 3600 s</td><td>2</td></tr>
 * <tr><td>queueCapacity</td><td>events that may wait for processing before the session is started anew</td><td>100 to 1000000</td><td>20000</td></tr>
 * <tr><td>journalDirectory</td><td>folder in which each telephone system gets a folder of its own for its {@link Journal}</td>
 * <td>empty: no journal</td><td>empty</td></tr>
 * <tr><td>journalHours</td><td>what is older is deleted from the journal; it is personal data</td><td>1 to 720 h</td><td>24</td></tr>
 * <tr><td>journalMegabytes</td><td>size of the journal at which the oldest is deleted</td><td>10 to 100000 MiB</td><td>500</td></tr>
 * </table>
 */
@Activation(messageListeners = CallEventListener.class)
public class TelephonyActivationSpec implements ActivationSpec {

    private static final String EXTENSION = "{extension}";

    private ResourceAdapter resourceAdapter;

    @ConfigProperty(defaultValue = "asterisk", description = "Our name for the telephone system")
    private String pbx = "asterisk";

    @ConfigProperty(defaultValue = "localhost", description = "Host of the manager interface")
    private String host = "localhost";

    @ConfigProperty(defaultValue = "5038", description = "TCP port of the manager interface")
    private Integer port = 5038;

    @ConfigProperty(defaultValue = "false", description = "Whether to speak TLS")
    private Boolean tls = false;

    @ConfigProperty(description = "Manager user")
    private String user;

    @ConfigProperty(confidential = true, description = "Secret of the manager user")
    private String password;

    @ConfigProperty(
            defaultValue = "internal,from-internal",
            description = "Dialplan contexts of our own telephones, comma separated")
    private String internalContexts = "internal,from-internal";

    @ConfigProperty(
            defaultValue = "PJSIP/{extension}",
            description = "What a queue dials to reach a telephone of ours, with {extension}")
    private String memberInterface = "PJSIP/{extension}";

    @ConfigProperty(defaultValue = "5", description = "Longest pause between attempts to connect, seconds")
    private Integer reconnectSeconds = 5;

    @ConfigProperty(
            defaultValue = "2",
            description = "Silence after which the PBX is asked for a sign of life, seconds")
    private Integer pingSeconds = 2;

    @ConfigProperty(defaultValue = "20000", description = "Events that may wait for processing")
    private Integer queueCapacity = 20_000;

    @ConfigProperty(description = "Folder for the journal of what the telephone system says; empty: none")
    private String journalDirectory;

    @ConfigProperty(defaultValue = "24", description = "Hours after which the journal is deleted")
    private Integer journalHours = 24;

    @ConfigProperty(defaultValue = "500", description = "Size of the journal at which the oldest is deleted, MiB")
    private Integer journalMegabytes = 500;

    @Override
    public void validate() throws InvalidPropertyException {
        if (!inUse()) {
            return;
        }
        new SettingChecks(TelephonyActivationSpec.class)
                .require("pbx", !blank(pbx) && pbx.length() <= 32)
                .require("port", within(port, 1, 65_535))
                .require("user", !blank(user))
                .require("password", !blank(password))
                .require("internalContexts", internalContexts != null)
                .require("memberInterface", memberInterface != null && memberInterface.contains(EXTENSION))
                .require("reconnectSeconds", within(reconnectSeconds, 1, 3_600))
                .require("pingSeconds", within(pingSeconds, 1, 3_600))
                .require("queueCapacity", within(queueCapacity, 100, 1_000_000))
                .require("journalDirectory", blank(journalDirectory) || isPath(journalDirectory))
                .require("journalHours", within(journalHours, 1, 720))
                .require("journalMegabytes", within(journalMegabytes, 10, 100_000))
                .done();
    }

    private static boolean isPath(String text) {
        try {
            Path.of(text.strip());
            return true;
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** {@return whether there is such a telephone system; a server's configuration has room for several} */
    boolean inUse() {
        return !blank(host);
    }

    /** {@return where this telephone system's journal is written; null when there is to be none} */
    Path journalFolder() {
        return blank(journalDirectory) ? null : JournalFiles.folder(Path.of(journalDirectory.strip()), pbx);
    }

    Set<String> internalContextNames() {
        return Arrays.stream(internalContexts.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** {@return what a queue dials to reach a telephone} */
    String memberInterface(String extension) {
        return memberInterface.strip().replace(EXTENSION, extension);
    }

    /** {@return our name for the telephone system} */
    public String getPbx() {
        return pbx;
    }

    /**
     * @param pbx our name for the telephone system; see the class's table
     */
    public void setPbx(String pbx) {
        this.pbx = pbx;
    }

    /** {@return host of the manager interface} */
    public String getHost() {
        return host;
    }

    /**
     * @param host host of the manager interface; see the class's table
     */
    public void setHost(String host) {
        this.host = host;
    }

    /** {@return its TCP port} */
    public Integer getPort() {
        return port;
    }

    /**
     * @param port its TCP port; see the class's table
     */
    public void setPort(Integer port) {
        this.port = port;
    }

    /** {@return whether TLS is spoken} */
    public Boolean getTls() {
        return tls;
    }

    /**
     * @param tls whether TLS is spoken; see the class's table
     */
    public void setTls(Boolean tls) {
        this.tls = tls;
    }

    /** {@return manager user} */
    public String getUser() {
        return user;
    }

    /**
     * @param user manager user; see the class's table
     */
    public void setUser(String user) {
        this.user = user;
    }

    /** {@return his secret} */
    public String getPassword() {
        return password;
    }

    /**
     * @param password his secret; see the class's table
     */
    public void setPassword(String password) {
        this.password = password;
    }

    /** {@return dialplan contexts of our own telephones, comma separated} */
    public String getInternalContexts() {
        return internalContexts;
    }

    /**
     * @param internalContexts dialplan contexts of our own telephones, comma separated; see the class's table
     */
    public void setInternalContexts(String internalContexts) {
        this.internalContexts = internalContexts;
    }

    /** {@return what a queue dials to reach a telephone of ours} */
    public String getMemberInterface() {
        return memberInterface;
    }

    /**
     * @param memberInterface what a queue dials to reach a telephone of ours; see the class's table
     */
    public void setMemberInterface(String memberInterface) {
        this.memberInterface = memberInterface;
    }

    /** {@return longest pause between attempts to connect, in seconds} */
    public Integer getReconnectSeconds() {
        return reconnectSeconds;
    }

    /**
     * @param reconnectSeconds longest pause between attempts to connect, in seconds; see the class's table
     */
    public void setReconnectSeconds(Integer reconnectSeconds) {
        this.reconnectSeconds = reconnectSeconds;
    }

    /** {@return after how long a silence the PBX is asked for a sign of life, in seconds} */
    public Integer getPingSeconds() {
        return pingSeconds;
    }

    /**
     * @param pingSeconds after how long a silence the PBX is asked for a sign of life, in seconds; see the class's table
     */
    public void setPingSeconds(Integer pingSeconds) {
        this.pingSeconds = pingSeconds;
    }

    /** {@return how many events may wait for processing} */
    public Integer getQueueCapacity() {
        return queueCapacity;
    }

    /**
     * @param queueCapacity how many events may wait for processing; see the class's table
     */
    public void setQueueCapacity(Integer queueCapacity) {
        this.queueCapacity = queueCapacity;
    }

    /** {@return folder for the journals; null or empty for none} */
    public String getJournalDirectory() {
        return journalDirectory;
    }

    /**
     * @param journalDirectory folder for the journals; see the class's table
     */
    public void setJournalDirectory(String journalDirectory) {
        this.journalDirectory = journalDirectory;
    }

    /** {@return hours after which the journal is deleted} */
    public Integer getJournalHours() {
        return journalHours;
    }

    /**
     * @param journalHours hours after which the journal is deleted; see the class's table
     */
    public void setJournalHours(Integer journalHours) {
        this.journalHours = journalHours;
    }

    /** {@return size of the journal at which the oldest is deleted, in MiB} */
    public Integer getJournalMegabytes() {
        return journalMegabytes;
    }

    /**
     * @param journalMegabytes size of the journal at which the oldest is deleted, in MiB; see the class's table
     */
    public void setJournalMegabytes(Integer journalMegabytes) {
        this.journalMegabytes = journalMegabytes;
    }

    @Override
    public ResourceAdapter getResourceAdapter() {
        return resourceAdapter;
    }

    @Override
    public void setResourceAdapter(ResourceAdapter resourceAdapter) {
        this.resourceAdapter = resourceAdapter;
    }

    @Override
    public String toString() {
        return "TelephonyActivationSpec[" + pbx + " at " + host + ":" + port + "]";
    }
}
