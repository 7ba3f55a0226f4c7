import { useTranslation } from 'react-i18next';
import { ChoiceMenu } from '../controls/choice-menu.tsx';
import { languages } from '../i18n/languages.ts';

export function LanguageMenu() {
  const { t, i18n } = useTranslation();
  return (
    <ChoiceMenu
      label={t('shell.language')}
      value={i18n.language}
      options={languages.map(({ code, name }) => ({ value: code, label: name }))}
      onChoose={(code) => void i18n.changeLanguage(code)}
    />
  );
}
