import { Contrast } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ChoiceMenu } from '../controls/choice-menu.tsx';
import { chooseTheme, themeChoices, useTheme } from '../styles/theme.ts';

export function ThemeMenu() {
  const { t } = useTranslation();
  const { choice } = useTheme();
  return (
    <ChoiceMenu
      label={t('shell.theme')}
      value={choice}
      options={themeChoices.map((one) => ({ value: one, label: t(`shell.themes.${one}`) }))}
      onChoose={chooseTheme}
      icon={<Contrast size={16} aria-hidden="true" />}
    />
  );
}
