import '@digdir/designsystemet-css/theme.css';
import '@digdir/designsystemet-css';
import '../ui/tokens.css';
import '../ui/ui.css';
import '../ui/controls.css';
import './app.css';
